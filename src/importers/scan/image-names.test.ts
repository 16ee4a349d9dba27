import { expect, test } from 'vitest';
import { imageBuilds, imageNames } from '#importers/scan/image-names.ts';

const digest = 'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427';

test.each([
  ['ghcr.io/acme/shop:1.4', ['1.4']], [`acme/shop@${digest}`, [digest]], [`acme/shop:1.4@${digest}`, [digest, '1.4']],
  ['localhost:5000/shop', []], ['/src/app', []], ['', []],
])('%s names the builds %j', (image, builds) => {
  expect(imageBuilds([image])).toEqual(builds);
});

test('an image goes by its path with and without the registry, and by its last part', () => {
  expect(imageNames('ghcr.io/acme/shop:1.4')).toEqual(['ghcr.io/acme/shop', 'acme/shop', 'shop']);
});
