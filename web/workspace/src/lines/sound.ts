// Soft sounds, made on the spot. A browser plays nothing before the page was touched: `unlock` is called when it is.

let context: AudioContext | null = null;

export function unlock(): void {
  context ??= typeof AudioContext === "undefined" ? null : new AudioContext();
  void context?.resume().catch(() => {});
}

/** From the first touch on. */
export function unlockSoon(): () => void {
  const stop = () => ["pointerdown", "keydown"].forEach((type) => removeEventListener(type, touched, true));
  const touched = () => {
    stop();
    unlock();
  };
  ["pointerdown", "keydown"].forEach((type) => addEventListener(type, touched, true));
  return stop;
}

/** Hz of the notes, one after the other: an offer rises, a message is one low tone. */
const TUNES = { offer: [587.33, 783.99], message: [523.25] } as const;
const NOTE_S = 0.16;
const SOUNDS_S = 0.5;
const LOUD = 0.07;

export function play(tune: keyof typeof TUNES): void {
  if (context?.state !== "running") return;
  const { currentTime, destination } = context;
  for (const [index, pitch] of TUNES[tune].entries()) {
    const at = currentTime + index * NOTE_S;
    const tone = new OscillatorNode(context, { type: "sine", frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    // From nothing and back to nothing, so that it does not click.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + SOUNDS_S);
    tone.connect(volume).connect(destination);
    tone.start(at);
    tone.stop(at + SOUNDS_S);
  }
}
