// Who this visitor is to the desk: a token, made with the first message, kept where the frame's storage is.

const [KEY, SIGNED_IN] = ["token", "signed-in"];

export function createSession({ storage, page, changed = () => {}, left = () => {} }) {
  let token = storage.get(KEY);
  let identity = null;
  let told = null;
  let making = null;
  let api = null;

  function keep(next) {
    if (token === next) return;
    token = next;
    if (next) storage.set(KEY, next);
    else storage.remove(KEY);
    changed();
  }

  /** What the desk was told; that somebody was signed in here is remembered, so that signing out is noticed on the next page, too. */
  function know(given) {
    told = given;
    if (given) storage.set(SIGNED_IN, true);
    else storage.remove(SIGNED_IN);
  }

  const session = {
    token: () => token,
    use: (given) => { api = given; },
    /** A token, made now if there is none. */
    async ensure(language) {
      if (token) return;
      making ??= (async () => {
        const body = { language, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
        if (page) body.page = page;
        const asked = identity;
        const made = await api.post("/sessions", asked ? { ...body, identity: asked } : body).catch((problem) => {
          if (!asked || problem.status !== 401) throw problem;
          // The exchange's token is too old: what was written still goes, as a guest's.
          identity = null;
          return api.post("/sessions", body);
        });
        know(identity);
        keep(made.token);
      })().finally(() => { making = null; });
      return making;
    },
    /** The desk says that it is over. What was typed and not sent stays. */
    over: () => keep(null),
    /** The exchange's page says who is signed in; empty when nobody is any more. Answers with the chat, if there is one. */
    async identify(given) {
      if (given === "") {
        // On a shared device the next person must not see the last one's conversation.
        const known = storage.get(SIGNED_IN);
        identity = null;
        know(null);
        if (known) {
          keep(null);
          left();
        }
        return null;
      }
      identity = given;
      if (!token || told === given) return null;
      try {
        const chat = await api.post("/identity", { token: given });
        know(given);
        return chat;
      } catch (problem) {
        // A guest's conversation that is somebody else's now: this visitor begins with their own.
        if (problem.status === 409) keep(null);
        else if (problem.status === 401 && !problem.code.startsWith("token")) keep(null);
        return null;
      }
    },
    /** Another tab made one, or lost it. */
    look() {
      const next = storage.get(KEY);
      if (next === token) return;
      token = next;
      changed();
    },
  };
  return session;
}
