import { describe, expect, test } from 'vitest';
import { inPost, personInPost } from '#core/authority/person-in-post.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

/** Posts held by posts: `post1` by `post2` and so on, the last one by Nora. */
function posts(count: number): string {
  const held = (number: number) => (number === count ? 'nora' : `post${number + 1}`);
  return Array.from({ length: count }, (_, at) => `person post${at + 1} kind=role holderId=${held(at + 1)}`).join('\n');
}

describe(inPost, () => {
  test('no id names nobody, and neither does an empty one', () => {
    expect(inPost(indexOn(TODAY), undefined)).toEqual({ state: 'nobody' });
    expect(inPost(indexOn(TODAY), '')).toEqual({ state: 'nobody' });
    expect(personInPost(indexOn(TODAY), '')).toBeUndefined();
  });

  test('a post held by a post stands for the person at the end, through eight posts', () => {
    expect(inPost(indexOn(TODAY, posts(2)), 'post1')).toEqual({ state: 'person', id: 'post1', personId: 'nora' });
    expect(inPost(indexOn(TODAY, posts(8)), 'post1')).toEqual({ state: 'person', id: 'post1', personId: 'nora' });
    expect(inPost(indexOn(TODAY, posts(9)), 'post1')).toEqual({ state: 'not-a-person', id: 'post1', what: { kind: 'empty-post' } });
  });

  test('posts that hold each other in a circle are empty', () => {
    const circle = indexOn(TODAY, 'person one kind=role holderId=two', 'person two kind=role holderId=one');
    expect(inPost(circle, 'one')).toEqual({ state: 'not-a-person', id: 'one', what: { kind: 'empty-post' } });
  });
});
