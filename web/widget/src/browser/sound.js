// A short soft sound, made here. Browsers let nothing sound before somebody touched the page.

export function createSound(enabled) {
  let context = null;
  const wake = () => {
    const Audio = window.AudioContext;
    if (!Audio) return;
    context ??= new Audio();
    if (context.state === "suspended") context.resume().catch(() => {});
  };
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, wake, { passive: true, capture: true });

  function tone(pitch, at) {
    const [voice, gain] = [context.createOscillator(), context.createGain()];
    voice.frequency.value = pitch;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.06, at + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
    voice.connect(gain).connect(context.destination);
    voice.start(at);
    voice.stop(at + 0.4);
  }
  return {
    play() {
      if (!enabled() || context?.state !== "running") return;
      tone(660, context.currentTime);
      tone(880, context.currentTime + 0.12);
    },
  };
}
