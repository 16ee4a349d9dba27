import type { When } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { personInPost } from '#core/authority/person-in-post.ts';

export interface ProposedOwner {
  personId: string;
  /** When they were asked. Absent = the record does not say. */
  at: When | undefined;
}

/**
 * Who was asked to become the decision owner of a risk and has not accepted yet. A name counts only once it is accepted
 * (NIST SP 800-37 appendix F: "formally transferring responsibility and accountability"), so a proposal changes neither
 * who owns the risk nor what they may decide. Whoever owns it already, or is not in post, is not asked.
 */
export function proposedOwner(index: RecordIndex, { proposedOwnerId, proposedAt, ownerId }: Risk): ProposedOwner | undefined {
  const personId = personInPost(index, proposedOwnerId);
  if (personId === undefined || personId === personInPost(index, ownerId)) return undefined;
  return { personId, at: proposedAt };
}
