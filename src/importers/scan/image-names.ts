/** What an image may be called on the record: `ghcr.io/acme/shop:1.4` is `ghcr.io/acme/shop`, `acme/shop` and `shop`. */
export function imageNames(image: string): readonly string[] {
  const plain = image.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '');
  const parts = plain.split('/').filter((part) => part !== '');
  return [...new Set([plain, parts.slice(-2).join('/'), parts.at(-1) ?? ''])].filter((name) => name !== '');
}

/** What says which build of an image it is: the tag `1.4` of `ghcr.io/acme/shop:1.4`, and a digest. */
export function imageBuilds(images: readonly (string | undefined)[]): readonly string[] {
  return images.flatMap((image) => {
    const [, digest] = /@(sha\d+:[\da-f]{32,})$/i.exec(image ?? '') ?? [];
    const [, tag] = /:([\w][\w.-]{0,127})$/.exec((image ?? '').replace(/@.*$/, '')) ?? [];
    return [digest, tag].filter((name) => name !== undefined);
  });
}
