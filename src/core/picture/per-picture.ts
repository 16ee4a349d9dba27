import type { Picture } from '#core/picture/picture.ts';

/** What is made of a picture once: a picture never changes, so an answer about it never does; it is dropped with the picture. */
export function perPicture<T>(make: (picture: Picture) => T): (picture: Picture) => T {
  const answers = new WeakMap<Picture, { value: T }>();
  return (picture) => {
    const held = answers.get(picture);
    if (held !== undefined) return held.value;
    const value = make(picture);
    answers.set(picture, { value });
    return value;
  };
}
