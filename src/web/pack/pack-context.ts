import { createContext, useContext } from 'react';
import type { OpenedPack } from '#web/pack/embedded-pack.ts';

export const PackContext = createContext<OpenedPack | undefined>(undefined);

/** The pack the app runs over, or undefined where it is the live record. */
export function usePack(): OpenedPack | undefined {
  return useContext(PackContext);
}
