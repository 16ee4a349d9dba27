import { describe, expect, it } from 'vitest';
import { purlOf, repositoryOfPurl } from '#importers/cyclonedx/purl.ts';

describe('a package URL', () => {
  it.each([
    ['pkg:npm/left-pad@1.0.0', 'pkg:npm/left-pad'],
    ['pkg:npm/%40acme/shop@2.0.0?arch=x64#sub/path', 'pkg:npm/@acme/shop'],
    ['pkg:npm/@acme/shop', 'pkg:npm/@acme/shop'],
    ['pkg:golang/git@host.example/tool', 'pkg:golang/git@host.example/tool'],
    ['pkg:maven/com.example/app@1.0?type=jar', 'pkg:maven/com.example/app'],
    ['pkg:deb/debian/tar@1.30%2Bdfsg-6?arch=amd64', 'pkg:deb/debian/tar'],
    ['PKG:GitHub/Acme/Shop@v1', 'pkg:github/Acme/Shop'],
    ['pkg:oci/ubuntu@sha256%3Aabc?repository_url=index.docker.io', 'pkg:oci/ubuntu'],
  ])('%s is %s in every version', (text, unversioned) => {
    expect(purlOf(text)?.unversioned).toBe(unversioned);
  });

  it.each(['', 'left-pad', 'pkg:', 'pkg:npm/', 'https://example.com/pkg:npm/a', 'urn:cdx:1/1#pkg:npm/a@1'])('is not %j', (text) => {
    expect(purlOf(text)).toBeUndefined();
  });

  it('may hold a broken escape, which stays as it is', () => {
    expect(purlOf('pkg:npm/50%off@1')?.name).toBe('50%off');
  });

  it.each([['pkg:npm/50%25off@1', true], ['pkg:npm/50%off@1', false], ['pkg:npm/../../etc/passwd@1', false], ['pkg:npm/%2e%2e/a', false], ['pkg:golang/./a', false]])('is written as the rules say in %s: %j', (text, expected) => {
    expect(purlOf(text)?.isWellFormed).toBe(expected);
  });

  it('is at most 4,096 characters long and holds none that cannot be seen', () => {
    expect(purlOf(`pkg:npm/${'a'.repeat(4_088)}`)?.type).toBe('npm');
    expect(purlOf(`pkg:npm/${'a'.repeat(4_089)}`)).toBeUndefined();
    expect(purlOf('pkg:npm/a\u0000b')).toBeUndefined();
  });

  it.each([['pkg:npm/a@1?repository_url=http://169.254.169.254', true], ['pkg:oci/a?repository_url=index.docker.io%2Flibrary', false], ['pkg:npm/a?download_url=https%3A%2F%2Fx', true]])(
    'says that %s names another host: %j', (text, expected) => {
      expect(purlOf(text)?.namesHost).toBe(expected);
    },
  );

  it('of a code host leads to the repository', () => {
    const repository = (text: string): string | undefined => {
      const purl = purlOf(text);
      return purl === undefined ? undefined : repositoryOfPurl(purl);
    };
    expect(repository('pkg:github/acme/shop@1')).toBe('https://github.com/acme/shop');
    expect(repository('pkg:npm/acme/shop@1')).toBeUndefined();
  });
});
