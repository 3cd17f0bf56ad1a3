// The frame with the panel, and the channel to it. The channel's end is handed to exactly the desk's origin; what comes back over
// it can only be one of four messages.

const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
/** After so long without a word from the panel something is wrong, in milliseconds. */
const SILENCE = 20_000;

export function createFrame({ desk, settings, words, card, heard, failed }) {
  let frame = null;
  let port = null;
  let timer;

  /** The page around, without its query, which may hold what is nobody's business. Behind "#" it is in no server's log. */
  function address() {
    const said = new URLSearchParams({ page: location.origin + location.pathname, title: document.title.slice(0, 200), theme: settings.theme });
    return `${desk}/${settings.language}/chat#${said}`;
  }

  /** The panel loaded: hand it an end of a new channel. */
  function connect() {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      const type = data?.type;
      if (type === "ready") clearTimeout(timer);
      if (type === "unread" && Number.isInteger(data.value) && data.value >= 0) heard(type, data.value);
      else if (type === "ready" || type === "opened" || type === "closed") heard(type);
    };
    frame.contentWindow.postMessage({ type: "dengta-connect" }, desk, [channel.port2]);
  }

  return {
    load() {
      if (frame) return;
      frame = document.createElement("iframe");
      frame.title = words[settings.language].frame;
      frame.setAttribute("sandbox", SANDBOX);
      frame.allow = "camera; clipboard-write; autoplay";
      frame.addEventListener("load", connect);
      frame.src = address();
      card.append(frame);
      timer = setTimeout(failed, SILENCE);
    },
    loaded: () => frame !== null,
    rename: () => frame && (frame.title = words[settings.language].frame),
    send: (type, value) => port?.postMessage({ type, value }),
    focus: () => frame?.focus(),
  };
}
