// The scripts that the Content-Security-Policy lets pages run, by hash (CSP Level 3, hash-source): written out, so that functions
// without them need not carry their text. Read by security-headers.ts; tests/edge/scripts.test.ts says what they must be.
export const scriptHashes = {
  /** Of proof.ts. */
  proof: "'sha256-+uh2Ec+bUzYVTO5q4748lpm4ls/qDMMNgjQ/wm7ft9A='",
  /** Of here.ts. */
  here: "'sha256-xLRWEkaueo7t+AqI6F9NWPTYlUZWMvjLf0WPJWB/KYQ='",
  /** Of functions/photos/size-script.ts. */
  size: "'sha256-xrrCHeEyDq/C1ePOyXBzNqS0e312TsrfuCBZ+Tv7664='",
  /** Of functions/passkey/script.ts. */
  passkey: "'sha256-tVpDtY2dzV2WP5/eU70ZVxIAQbgza7PVfsA4H0e1/ZE='",
  /** Of functions/web/console/lease-script.ts. */
  lease: "'sha256-gGJrDIIL9lgSLVUjOa+yT/gIfUZxF32yxHTX9+pgszg='",
} as const
