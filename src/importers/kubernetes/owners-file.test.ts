import { describe, expect, it } from 'vitest';
import { handleId, readsLikeAlias } from '#importers/kubernetes/handles.ts';
import { ownersAddress } from '#importers/kubernetes/owners-address.ts';
import { parseOwnersAliases } from '#importers/kubernetes/owners-aliases.ts';
import { parseOwners } from '#importers/kubernetes/owners-file.ts';
import { refusalOf } from '#test/support/refusal.ts';

const names = (list: readonly { id: string }[]): string[] => list.map((owner) => owner.id);

describe('an OWNERS file', () => {
  it('has approvers and emeritus approvers in lower case, with the date in a comment', () => {
    const owners = parseOwners('approvers:\n- Ana\n- "@ben"\nreviewers: [cy]\nemeritus_approvers:\n- Dee # 2024-12-15\n- Eve # left\nlabels: [sig/cli]\n', 'OWNERS');
    expect(names(owners.approvers)).toEqual(['ana', 'ben']);
    expect(owners.emeritusApprovers).toEqual([{ id: 'dee', date: '2024-12-15', line: 6 }, { id: 'eve', date: undefined, line: 7 }]);
    expect(owners).toMatchObject({ reviewerCount: 1, labels: ['sig/cli'], noParentOwners: false, partialFilters: 0, repaired: [] });
  });

  it('reads an account with a bare @ and says where', () => {
    const owners = parseOwners('approvers:\n  - ana\n  - @Ben # new\n', 'OWNERS');
    expect(names(owners.approvers)).toEqual(['ana', 'ben']);
    expect(owners.repaired).toMatchObject([{ place: 'line 3', code: 'unquoted-handle' }]);
  });

  it('reads assignees as approvers and the filter for everything, and runs no other filter', () => {
    const owners = parseOwners('assignees: [ana]\nfilters:\n  ".*":\n    approvers: [ben]\n  "(a+)+$":\n    approvers: [cy]\noptions:\n  no_parent_owners: true\n', 'OWNERS');
    expect(names(owners.approvers)).toEqual(['ana', 'ben']);
    expect(owners).toMatchObject({ partialFilters: 1, noParentOwners: true, usesAssignees: true });
  });

  it('rejects a name that is none and keeps the others', () => {
    const owners = parseOwners('approvers:\n- ana\n- 7\n- [ben]\n- two words\n', 'OWNERS');
    expect(names(owners.approvers)).toEqual(['ana']);
    expect(owners.rejected.map(({ place }) => place)).toEqual(['line 3', 'line 4', 'line 5']);
  });

  it('is refused without any of its lists', () => {
    expect(refusalOf(() => parseOwners('a: 1', 'OWNERS')).code).toBe('schema');
    expect(refusalOf(() => parseOwners('just text', 'OWNERS')).code).toBe('schema');
  });
});

describe('an OWNERS_ALIASES file', () => {
  it('maps each alias to accounts, as a mapping or as a list of mappings', () => {
    const expected = new Map([['a-team', ['ana', 'ben']], ['b-team', ['cy']]]);
    expect(parseOwnersAliases('aliases:\n  A-team: [Ana, ben, ana]\n  b-team: cy\n', 'f').aliases).toEqual(expected);
    expect(parseOwnersAliases('aliases:\n- a-team: [Ana, ben]\n- b-team:\n  - @cy\n', 'f').aliases).toEqual(expected);
  });

  it('is not followed where it is a link', () => {
    expect(parseOwnersAliases('tools/OWNERS_ALIASES', 'f')).toEqual({ aliases: new Map(), linkTo: 'tools/OWNERS_ALIASES', flaws: [] });
  });
});

describe('names and addresses', () => {
  it.each([['sig-cli-maintainers', true], ['kubernetes-csi-approvers', true], ['committee-security-response', true], ['wg-x', true], ['pohly', false], ['saad-ali', false], ['s-urbaniak', false], ['teamster', false]])(
    '%s reads like an alias: %s',
    (name, expected) => {
      expect(readsLikeAlias(name)).toBe(expected);
    },
  );

  it('are accounts in lower case, and nothing with spaces', () => {
    expect([handleId('@Ana'), handleId(' ben '), handleId('two words'), handleId(''), handleId(3)]).toEqual(['ana', 'ben', undefined, undefined, undefined]);
  });

  it.each([
    ['https://raw.githubusercontent.com/kubernetes/kops/master/OWNERS', 'github.com/kubernetes/kops', true],
    ['https://raw.githubusercontent.com/kubernetes-sigs/lint/refs/heads/main/OWNERS', 'github.com/kubernetes-sigs/lint', true],
    ['https://raw.githubusercontent.com/kubernetes/kubernetes/master/pkg/kubelet/OWNERS', 'github.com/kubernetes/kubernetes/pkg/kubelet', false],
    ['https://github.com/Oracle/x/blob/main/OWNERS', 'github.com/oracle/x', true],
  ])('%s is %s', (url, place, isRoot) => {
    expect(ownersAddress(url)).toEqual({ place, isRoot });
  });

  it('are nothing elsewhere', () => {
    expect(ownersAddress('https://example.com/OWNERS')).toBeUndefined();
    expect(ownersAddress('file:///etc/passwd')).toBeUndefined();
  });
});
