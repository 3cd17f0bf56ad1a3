// Reads a stream of server-sent events as it comes; EventSource cannot send the header that says who asks.

/** Returns a function that takes pieces of text and calls `heard` with the data of each event. */
export function sseReader(heard) {
  let rest = "";
  let data = [];
  return (piece) => {
    // A carriage return at the end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
      else if (line === "" && data.length) {
        heard(data.join("\n"));
        data = [];
      }
    }
  };
}
