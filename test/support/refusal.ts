import { SourceRefused, type Rejection } from '#importers/importer.ts';

/** The refusal a call ends in. Throws where the call goes through, so that no test passes by accident. */
export function refusalOf(call: () => unknown): Rejection {
  try {
    call();
  } catch (error) {
    if (error instanceof SourceRefused) return error.rejection;
    throw error;
  }
  throw new Error('The call went through; a refusal was expected.');
}

/** As `refusalOf` for a call that answers later. */
export async function refusalLater(call: () => Promise<unknown>): Promise<Rejection> {
  try {
    await call();
  } catch (error) {
    if (error instanceof SourceRefused) return error.rejection;
    throw error;
  }
  throw new Error('The call went through; a refusal was expected.');
}
