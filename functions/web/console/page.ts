// Names a page of the console in an address or a form, so that neither can lead elsewhere. Called by the console and by signin.

/** Below the console's address: it cannot name another place. */
export const consolePage = /^[a-z-]{1,20}(\/[\w-]{1,80}(\/[a-z-]{1,20})?)?(\?[\w=&.-]{1,300})?$/

export function isConsolePage(page: string): boolean {
  return consolePage.test(page)
}

/** The field by which a form comes back after signing in: it is shown again, and does nothing. */
export const RESUMED = 'resumed'
