import { PageTitle } from '#web/ui/PageTitle.tsx';

export function NotFoundPage() {
  return <PageTitle>Not found here</PageTitle>;
}
