import type { Subscription } from "./hosted_model.ts";
import type { ModelEvent } from "./model_event.ts";

/** Hands events to subscribers. */
export interface EventHub {
  /** Hands an event to every subscriber, and waits for none. */
  publish(event: ModelEvent): void;
  /** A new subscriber, for what comes from now on. */
  subscribe(): Subscription;
  /** Ends all subscriptions, when their events are read. */
  close(): void;
}

/** So many events wait for a subscriber. */
const MOST = 256;

/**
 * Makes a hub. A subscriber that is too slow loses the oldest of the events that wait for it, and is told how many.
 *
 * @returns The hub.
 */
export function createEventHub(): EventHub {
  const subscribers = new Set<Subscriber>();
  return {
    publish: (event) => subscribers.forEach(({ add }) => add(event)),
    subscribe() {
      const subscriber = createSubscriber(() => subscribers.delete(subscriber));
      subscribers.add(subscriber);
      return subscriber.subscription;
    },
    close: () => subscribers.forEach(({ end }) => end()),
  };
}

interface Subscriber {
  readonly subscription: Subscription;
  add(event: ModelEvent): void;
  end(): void;
}

function createSubscriber(leave: () => void): Subscriber {
  const events: ModelEvent[] = [];
  let lost = 0;
  let ended = false;
  let wake = () => {};
  const end = (): void => {
    ended = true;
    leave();
    wake();
  };

  async function* read(): AsyncGenerator<ModelEvent> {
    try {
      while (true) {
        if (lost > 0 && events.length > 0) {
          const { model, version, learned, time } = events[0];
          const gap: ModelEvent = { type: "lost", model, version, learned, time, events: lost };
          lost = 0;
          yield gap;
        }
        const event = events.shift();
        if (event !== undefined) yield event;
        else if (ended) return;
        else await new Promise<void>((resolve) => wake = resolve);
      }
    } finally {
      end();
    }
  }

  return {
    add(event) {
      if (events.push(event) > MOST) {
        events.shift();
        lost++;
      }
      wake();
    },
    end,
    subscription: {
      [Symbol.asyncIterator]: read,
      close() {
        events.length = 0;
        end();
      },
    },
  };
}
