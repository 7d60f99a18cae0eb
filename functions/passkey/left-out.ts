// Stands in, when passkeys are bundled, for how @simplewebauthn/server proves who made an authenticator: we ask for no such proof
// (attestation "none"), and the certificates that it needs are half of the library. Named by lib/bundle.ts.
const leftOut = (): never => {
  throw new Error('The makers of authenticators are not checked: see functions/passkey/left-out.ts.')
}

export const verifyAttestationAndroidKey = leftOut
export const verifyAttestationAndroidSafetyNet = leftOut
export const verifyAttestationApple = leftOut
export const verifyAttestationFIDOU2F = leftOut
export const verifyAttestationPacked = leftOut
export const verifyAttestationTPM = leftOut
export const convertX509PublicKeyToCOSE = leftOut
export const convertCertificateToPEM = leftOut
export const getCertificateInfo = leftOut
export const isCertRevoked = leftOut
export const validateCertificatePath = leftOut
export const verifyMDSBlob = leftOut
export const MetadataService = leftOut
