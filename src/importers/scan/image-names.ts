/** What an image may be called on the record: `ghcr.io/acme/shop:1.4` is `ghcr.io/acme/shop`, `acme/shop` and `shop`. */
export function imageNames(image: string): readonly string[] {
  const plain = image.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const parts = plain.split('/').filter((part) => part !== '');
  return [...new Set([plain, parts.slice(-2).join('/'), parts.at(-1) ?? ''])].filter((name) => name !== '');
}
