import { whileBusy } from './busy.ts';

/**
 * Carries out orders that take a while, one at a time: of those that come meanwhile, the last alone. `onDone` is given what came of an order,
 * `onFail` why nothing came of it. All of it counts as work under way.
 */
export function lastOrder<Order, Outcome>(
  work: (order: Order) => Promise<Outcome>,
  onDone: (outcome: Outcome, order: Order) => void,
  onFail: (problem: unknown) => void,
): (order: Order) => void {
  let next: { readonly order: Order } | undefined;
  let isAtWork = false;
  const carryOut = async (): Promise<void> => {
    isAtWork = true;
    for (let taken = next; taken !== undefined; taken = next) {
      const { order } = taken;
      next = undefined;
      await work(order)
        .then((outcome) => onDone(outcome, order))
        .catch(onFail);
    }
    isAtWork = false;
  };
  return (order) => {
    next = { order };
    if (!isAtWork) void whileBusy(carryOut());
  };
}
