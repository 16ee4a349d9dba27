import { briefingSend } from '#server/routes/briefing-send.ts';
import { caseList } from '#server/routes/case-list.ts';
import { caseReplay } from '#server/routes/case-replay.ts';
import { decisionRecord } from '#server/routes/decision-record.ts';
import { dueDateSet } from '#server/routes/due-date-set.ts';
import { evidenceAcknowledge } from '#server/routes/evidence-acknowledge.ts';
import { exposureEstimate } from '#server/routes/exposure-estimate.ts';
import { findingList } from '#server/routes/finding-list.ts';
import { findingView } from '#server/routes/finding-view.ts';
import { grantGive } from '#server/routes/grant-give.ts';
import { heldScanSettle } from '#server/routes/held-scan-settle.ts';
import { importList } from '#server/routes/import-list.ts';
import { importSend } from '#server/routes/import-send.ts';
import { mappingList } from '#server/routes/mapping-list.ts';
import { mappingMake } from '#server/routes/mapping-make.ts';
import { mappingPreview } from '#server/routes/mapping-preview.ts';
import { mappingWithdraw } from '#server/routes/mapping-withdraw.ts';
import { ownerAnswer } from '#server/routes/owner-answer.ts';
import { ownerPropose } from '#server/routes/owner-propose.ts';
import { packSeal } from '#server/routes/pack-seal.ts';
import { pictureView } from '#server/routes/picture-view.ts';
import { policyPreview } from '#server/routes/policy-preview.ts';
import { policySave } from '#server/routes/policy-save.ts';
import { policyView } from '#server/routes/policy-view.ts';
import { recordExport } from '#server/routes/record-export.ts';
import { riskEscalate } from '#server/routes/risk-escalate.ts';
import { riverView } from '#server/routes/river-view.ts';
import type { Routes } from '#server/routes/route.ts';
import { sourceList } from '#server/routes/source-list.ts';
import { search } from '#server/routes/search.ts';

/** What answers each endpoint of the contract. */
export const routes: Routes = {
  pictureView,
  findingList,
  riverView,
  findingView,
  search,
  importList,
  importSend,
  sourceList,
  mappingList,
  mappingPreview,
  mappingMake,
  mappingWithdraw,
  heldScanSettle,
  caseList,
  caseReplay,
  recordExport,
  briefingSend,
  evidenceAcknowledge,
  riskEscalate,
  ownerPropose,
  ownerAnswer,
  dueDateSet,
  exposureEstimate,
  decisionRecord,
  grantGive,
  packSeal,
  policyView,
  policyPreview,
  policySave,
};
