import { QueryClient } from '@tanstack/react-query';
import { RequestProblem } from '#web/api/problem.ts';

/** One cache for the app. A refusal is final; a server that could not be reached is asked twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: true,
        // A browser that believes to be offline may still reach this server; and a paused request would never say why nothing comes.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (count, error) => count < 2 && !(error instanceof RequestProblem && isRefusal(error)),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

function isRefusal(problem: RequestProblem): boolean {
  return problem.status !== null && problem.status < 500;
}
