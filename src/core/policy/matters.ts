import { messages } from '#language/say.ts';
import type { FlagId } from '#core/flags/flag.ts';
import type { MatterName } from '#core/policy/policy-difference.ts';

/** A setting that is no figure: what it means, why the default is what it is, and the flags it moves. Its texts are messages, said where they are shown. */
export interface MatterText {
  meaning: string;
  why: string;
  moves: readonly FlagId[];
}

/** What a policy may set beside its figures, in plain words. */
export const matterTexts: Readonly<Record<MatterName, MatterText>> = {
  reserved: {
    ...messages({
      meaning: 'Risks of these categories are decided by the governing body and by nobody else, whatever their size.',
      why: 'Which matters a board keeps to itself is the board’s to say.',
    }),
    moves: ['A3', 'A4', 'A5', 'A5w', 'A10', 'I1', 'I2', 'I3', 'I5'],
  },
  acceptanceNonDelegable: {
    ...messages({
      meaning: 'Where it is yes, only a grant that the governing body gave itself lets somebody accept a risk; every other decision can still be passed on.',
      why: 'Authority may be passed on within limits. NIST SP 800-37 does not let an authorizing official pass acceptance on; choose yes to follow that.',
    }),
    moves: ['A3', 'A4', 'A5', 'A5w', 'A10', 'I1', 'I2', 'I3', 'I5'],
  },
  tolerance: {
    ...messages({
      meaning: 'How much loss in one year the governing body accepts, and in how many years at most. Exposure is shown against this curve.',
      why: 'No standard gives an amount: a curve is the board’s own statement (NIST CSF 2.0 GV.RM-02).',
    }),
    moves: [],
  },
  currency: {
    ...messages({
      meaning: 'The currency of every amount on the record. Changing it converts nothing: amounts keep their numbers, and a risk stated in another currency cannot be compared with a limit.',
      why: 'Taken where the record does not say.',
    }),
    moves: ['A3', 'A5w', 'A10', 'I1', 'I2', 'I3', 'I5'],
  },
};
