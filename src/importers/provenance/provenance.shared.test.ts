import { provenanceImporter } from '#importers/provenance/provenance-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('slsa-intoto', provenanceImporter, {
  'gcloud-container-github.json': { entries: { releases: 1 }, fields: { 'shop:': { at: '2022-08-15T22:43:34.366498Z' } } },
  'gcloud-container-no-provenance.json': { foreign: 'foreign-format' },
  'kube-slsa-v1.24.1.json': { entries: { releases: 1 }, fields: { 'shop:': { version: 'v1.24.1', at: '2022-05-24T13:27:46.145159431Z' } } },
  'kube-slsa-v1.25.1.json': {
    entries: { releases: 1 },
    fields: { 'shop:': { version: 'v1.25.1', facts: ['built by https://git.k8s.io/release/docs/krel', 'provenance present, without a signature', '113 artifacts'] } },
  },
  'kube-slsa-v1.25.2.json': { entries: { releases: 1 }, fields: { 'shop:': { version: 'v1.25.2' } } },
});
