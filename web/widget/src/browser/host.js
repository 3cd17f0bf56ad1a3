// The panel's side of the channel with the host's page. Only the page that holds the frame may connect, once; what comes is checked
// and counted in core/host-protocol.js.

import { limiter, parse } from "../core/host-protocol.js";

export const framed = window.parent !== window;

export function createHost({ languages, heard, connected }) {
  let port = null;
  const passes = limiter();

  addEventListener("message", (event) => {
    if (!framed || event.source !== window.parent || event.data?.type !== "dengta-connect" || event.ports.length !== 1) return;
    // The first one holds until it is closed.
    if (port) return event.ports[0].close();
    const mine = port = event.ports[0];
    const gone = () => { if (port === mine) port = null; };
    mine.addEventListener("close", gone);
    mine.onmessage = ({ data }) => {
      const message = passes() ? parse(data, languages) : null;
      if (message?.type === "bye") {
        mine.close();
        gone();
      } else if (message) heard(message);
    };
    tell("ready");
    connected();
  });

  /** All that the host's page ever hears: ready, opened, closed, and how many are unread. */
  function tell(type, value) {
    port?.postMessage(value === undefined ? { type } : { type, value });
  }
  return {
    opened: () => tell("opened"),
    closed: () => tell("closed"),
    unread: (count) => tell("unread", count),
  };
}
