import { describe, expect, it } from 'vitest';
import { repositoryOf } from '#importers/matching/repository.ts';
import { ServiceIndex } from '#importers/matching/services.ts';

describe('the address of a repository', () => {
  it.each([
    'https://github.com/Acme/Shop', 'https://github.com/acme/shop.git', 'git+https://github.com/acme/shop.git',
    'https://token:x@github.com:443/acme/shop/', 'git@github.com:acme/shop.git', 'ssh://git@github.com/acme/shop',
    'github.com/acme/shop', 'https://github.com/acme/shop/tree/main/src', 'https://github.com/acme/shop?tab=readme#top',
  ])('is one however it is written: %s', (address) => {
    expect(repositoryOf(address)).toBe('github.com/acme/shop');
  });

  it('keeps the groups of a longer path', () => {
    expect(repositoryOf('https://gitlab.example/a/b/c/-/tree/main')).toBe('gitlab.example/a/b/c');
  });

  it.each(['', 'shop', 'acme/shop', 'https://github.com/', 'file:///home/acme/shop', 'javascript:alert(1)//a/b', '../../etc/passwd'])(
    'is nothing for %j', (address) => {
      expect(repositoryOf(address)).toBeUndefined();
    },
  );
});

describe('a text that names a service', () => {
  const services = new ServiceIndex({
    services: new Map([
      ['shop', { id: 'shop', name: 'Web shop', exposure: 'internet', repository: 'https://github.com/acme/shop' }],
      ['one', { id: 'one', name: 'One', exposure: 'internal', repository: 'github.com/acme/mono' }],
      ['two', { id: 'two', name: 'Two', exposure: 'internal', repository: 'github.com/acme/mono' }],
    ]),
  });

  it.each(['shop', 'SHOP', 'web shop', 'git@github.com:acme/shop.git'])('finds the service by %s', (text) => {
    expect(services.match(text)).toBe('shop');
  });

  it('does not choose between two services of one repository', () => {
    expect(services.match('github.com/acme/mono')).toBeUndefined();
    expect(services.inRepository('github.com/acme/mono')).toEqual(['one', 'two']);
  });
});
