import { dayOf, type When } from '#core/time.ts';
import type { Finding, Release, Stage } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { releaseBefore } from '#core/release/build-names.ts';
import { introducingTeam } from '#core/release/introducing-team.ts';

/**
 * How sure it is where a finding came from or who fixed it, surest first. What each rests on:
 * - `stated`: the source, or somebody on the record, says so. Nothing else is checked.
 * - `shown`: two scans show it. Of the release before, a complete scan by the same tool does not list it; of this one a scan does.
 * - `at-latest`: one scan shows it: in this release, or in one before that nobody scanned completely.
 * - `offered`: only dates speak for it. It is offered to be confirmed or corrected, and counts as not traced everywhere.
 * - `none`: nothing on the record speaks for anything.
 * They are an order of evidence and no probabilities.
 */
export const traceConfidences = ['stated', 'shown', 'at-latest', 'offered', 'none'] as const;
export type TraceConfidence = (typeof traceConfidences)[number];

export interface IntroducedBy {
  confidence: TraceConfidence;
  releaseId: string | null;
  version: string | null;
  shippedAt: When | null;
  teamId: string | null;
  /** The release before, whose complete scan does not list it. */
  absentIn: string | null;
  publishedAt: When | null;
  /** Of a vulnerability: whether the release shipped with it known, or it became public later; `null` = cannot be told, or is none. */
  shipped: 'shipped-vulnerable' | 'became-vulnerable' | null;
}

export const stageMethods = ['stated', 'first-stage', 'order', 'contained', 'after-shipping', 'none'] as const;
export type StageMethod = (typeof stageMethods)[number];

/** A stage, and how it is known. */
export interface TracedStage {
  stageId: string | null;
  method: StageMethod;
}

export interface FixedBy {
  confidence: TraceConfidence;
  teamId: string | null;
  releaseId: string | null;
  version: string | null;
}

/** Where a finding came from and how it ended: releases, teams and stages, each with how it is known; never a person. */
export interface Attribution {
  introduced: IntroducedBy;
  /** The stage that made it: stated, or the first stage of the release process where a scan there holds it. */
  madeAt: TracedStage;
  /** The last stage it passed before it was found: stated, or by the order of the stages; contained = found where it was made. */
  gotPast: TracedStage;
  found: { stageId: string | null; tool: string | null; processTeamId: string | null };
  /** `null` = not fixed by then. */
  fixed: FixedBy | null;
}

/** Reads where a finding came from, as of the date of the view. */
export function attributionOf(view: RecordView, finding: Finding): Attribution {
  const service = view.services.get(finding.serviceId);
  const process = view.processes.get(service?.processId ?? '');
  const stages = process?.stages ?? [];
  const madeAt = madeAtOf(finding, stages);
  return {
    introduced: introducedBy(view, finding),
    madeAt,
    gotPast: gotPastOf(finding, stages, madeAt.stageId),
    found: { stageId: finding.foundStageId ?? null, tool: finding.source ?? null, processTeamId: process?.owningTeamId ?? null },
    fixed: finding.fixedAt === undefined || dayOf(finding.fixedAt) > dayOf(view.asOf) ? null : fixedBy(view, finding),
  };
}

function introducedBy(view: RecordView, finding: Finding): IntroducedBy {
  const { introducedReleaseId, originMethod, publishedAt = null, afterShipping } = finding;
  const teamId = introducingTeam(view, finding) ?? null;
  const shipped: IntroducedBy['shipped'] = afterShipping === undefined ? null : afterShipping ? 'became-vulnerable' : 'shipped-vulnerable';
  const none = { releaseId: null, version: null, shippedAt: null, absentIn: null, publishedAt, shipped: null };
  const releases = [...view.releases.values()].filter(({ serviceId }) => serviceId === finding.serviceId);
  if (introducedReleaseId === undefined) {
    if (teamId !== null) return { ...none, confidence: 'stated', teamId };
    const last = finding.external === true ? undefined : lastBefore(releases, finding.at);
    if (last === undefined) return { ...none, confidence: 'none', teamId };
    return { ...none, ...ofRelease(last), confidence: 'offered', teamId: last.shippedByTeamId ?? null };
  }
  const release = view.releases.get(introducedReleaseId);
  const known = release === undefined ? { ...none, releaseId: introducedReleaseId } : { ...none, ...ofRelease(release), shipped };
  if (originMethod === undefined) return { ...known, confidence: 'stated', teamId };
  const before = release === undefined || afterShipping === true ? undefined : releaseBefore(releases, release);
  const isShown = before?.completeScans?.some(({ tool }) => tool === toolOf(finding)) === true;
  return { ...known, confidence: isShown ? 'shown' : 'at-latest', teamId, absentIn: isShown ? (before.version ?? before.id) : null };
}

function ofRelease({ id, version, at }: Release): Pick<IntroducedBy, 'releaseId' | 'version' | 'shippedAt'> {
  return { releaseId: id, version: version ?? null, shippedAt: at };
}

/** The tool as it stands in the id of a scanned finding: `shop:trivy:...`. */
function toolOf({ id, serviceId }: Finding): string | undefined {
  return id.startsWith(`${serviceId}:`) ? id.slice(serviceId.length + 1).split(':', 1)[0] : undefined;
}

/** The release that shipped last by the day a finding was first seen. */
export function lastBefore(releases: readonly Release[], at: When): Release | undefined {
  return releases
    .filter((release) => dayOf(release.at) <= dayOf(at))
    .reduce<Release | undefined>((last, release) => (last === undefined || dayOf(release.at) > dayOf(last.at) ? release : last), undefined);
}

function madeAtOf({ introducedStageId, firstScan, foundStageId, afterShipping }: Finding, stages: readonly Stage[]): TracedStage {
  if (afterShipping === true) return { stageId: null, method: 'after-shipping' };
  if (introducedStageId === undefined) return { stageId: null, method: 'none' };
  const isFirst = stages[0]?.id === introducedStageId && (firstScan?.stage?.id === introducedStageId || foundStageId === introducedStageId);
  return { stageId: introducedStageId, method: isFirst && firstScan !== undefined ? 'first-stage' : 'stated' };
}

function gotPastOf({ escapedStageId, foundStageId, afterShipping }: Finding, stages: readonly Stage[], madeAt: string | null): TracedStage {
  if (afterShipping === true) return { stageId: null, method: 'after-shipping' };
  if (escapedStageId !== undefined) return { stageId: escapedStageId, method: 'stated' };
  if (madeAt === null || foundStageId === undefined) return { stageId: null, method: 'none' };
  if (madeAt === foundStageId) return { stageId: null, method: 'contained' };
  const [made, found] = [madeAt, foundStageId].map((id) => stages.findIndex((stage) => stage.id === id));
  const last = made === undefined || found === undefined || made < 0 || found <= made ? undefined : stages[found - 1];
  return last === undefined ? { stageId: null, method: 'none' } : { stageId: last.id, method: 'order' };
}

function fixedBy(view: RecordView, { serviceId, fixedByTeamId, fixedReleaseId }: Finding): FixedBy {
  const release = view.releases.get(fixedReleaseId ?? '');
  const of = { releaseId: fixedReleaseId ?? null, version: release?.version ?? null };
  if (fixedByTeamId !== undefined) return { ...of, confidence: fixedReleaseId === undefined || release?.shippedByTeamId !== fixedByTeamId ? 'stated' : 'at-latest', teamId: fixedByTeamId };
  const owner = view.services.get(serviceId)?.teamId;
  return { ...of, confidence: owner === undefined ? 'none' : 'offered', teamId: owner ?? null };
}
