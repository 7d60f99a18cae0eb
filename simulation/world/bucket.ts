// The bucket of photos as redraw sees it: what was sent, and the pictures that were drawn of it. Used by photo-processes.ts.

export class Bucket {
  /** Names of photos that were sent and not yet looked at. */
  readonly incoming = new Set<string>()
  readonly pictures = new Set<string>()
  /** Files of which the case was told that they are no photos of it. */
  readonly refused = new Set<string>()
  /** When the pictures of a photo were written first (ISO, UTC). */
  readonly drawnAt = new Map<string, string>()

  draw(photo: string, at: string): void {
    this.pictures.add(photo)
    if (!this.drawnAt.has(photo)) this.drawnAt.set(photo, at)
  }

  /** @returns whether there was anything */
  delete(photo: string): boolean {
    return this.pictures.delete(photo)
  }
}
