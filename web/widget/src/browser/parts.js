// What sending a file in parts needs of the browser.

/** `fetch` does not tell how far it has sent. */
export const request = (method, url, body, headers, told = (_) => {}) => new Promise((answer, broke) => {
  const asked = new XMLHttpRequest();
  asked.open(method, url);
  asked.responseType = "json";
  asked.timeout = 120_000;
  for (const [name, value] of Object.entries(headers)) asked.setRequestHeader(name, value);
  asked.upload.onprogress = (event) => told(event.loaded);
  asked.onload = () => answer({ status: asked.status, json: asked.response ?? {}, header: (name) => asked.getResponseHeader(name) });
  asked.onerror = asked.ontimeout = broke;
  asked.send(body);
});

/** A number that makes the challenge's hash begin with so many zero bits. */
export async function work(challenge) {
  const bits = parseInt(challenge, 10);
  for (let number = 0; ; number++) {
    const answer = `${challenge}:${number}`;
    const hash = new DataView(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(answer)));
    if (Math.clz32(hash.getUint32(0)) >= bits) return answer;
  }
}
