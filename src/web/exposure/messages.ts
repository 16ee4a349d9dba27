import type { ExposureAnswer, ExposureQuestion, Portfolio } from '#core/exposure/exposure-questions.ts';
import type { Language } from '#language/current.ts';
import type { Progress } from '#core/exposure/steps.ts';

/** What the page says to whoever computes. A stale question is dropped; one under way stops at its next step. */
export type ToEngine =
  | { kind: 'ask'; id: number; portfolio: Portfolio; question: ExposureQuestion }
  | { kind: 'drop'; id: number };

/** What a worker is told once, before the first question: it has a language of its own, and its answers hold sentences. */
export interface SpeakTo {
  kind: 'speak';
  language: Language;
}

/** What comes back. Progress comes only of work that takes longer than a reader would notice. */
export type FromEngine =
  | { kind: 'answer'; id: number; answer: ExposureAnswer }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'trouble'; id: number; message: string };
