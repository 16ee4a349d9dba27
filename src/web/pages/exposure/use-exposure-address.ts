import { useLocation } from 'react-router';
import type { View } from '#web/url/address.ts';
import { parseExposureView, viewOfExposure, type ExposureView } from '#web/url/exposure-view.ts';

/** The view of the exposure page with some of it changed. */
export function useExposureAddress(): (change: Partial<ExposureView>) => View {
  const asked = parseExposureView(new URLSearchParams(useLocation().search));
  return (change) => viewOfExposure({ ...asked, ...change });
}
