const encoder = new TextEncoder();

/** SHA-256 of UTF-8 text in lower-case hexadecimal, through WebCrypto: the same in Node and in a browser. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
