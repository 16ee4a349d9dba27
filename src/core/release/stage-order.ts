/**
 * One order of the stages of several release processes, true to each of them: a stage comes after every stage that comes
 * before it in any of them. Where two processes contradict each other the one named first counts.
 */
export function stageOrder(processes: readonly (readonly string[])[]): readonly string[] {
  const before = new Map<string, Set<string>>();
  for (const stages of processes) {
    stages.forEach((stage, index) => {
      const earlier = before.get(stage) ?? new Set<string>();
      before.set(stage, earlier);
      for (const one of stages.slice(0, index)) earlier.add(one);
    });
  }
  const order: string[] = [];
  const left = new Set(before.keys());
  while (left.size > 0) {
    const free = [...left].find((stage) => [...(before.get(stage) ?? [])].every((one) => one === stage || !left.has(one)));
    const [first] = left;
    const next = free ?? first;
    if (next === undefined) break;
    left.delete(next);
    order.push(next);
  }
  return order;
}
