// The bubble's look. An adopted sheet in a shadow root: the page's policy need not allow inline styles, and neither the page's
// style nor this one touches the other.

export const CSS = `
:host { all: initial; }
* { box-sizing: border-box; }
button { position: fixed; bottom: var(--y); width: 56px; height: 56px; padding: 0; border: 0; border-radius: 50%; cursor: pointer; color: #f2b035; background: #17324d; box-shadow: 0 2px 4px rgb(22 32 44 / .2), 0 8px 24px rgb(22 32 44 / .24); -webkit-tap-highlight-color: transparent; }
.right { right: var(--x); } .left { left: var(--x); }
button:hover { background: #1f4265; }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #0b61a4; }
svg { position: absolute; inset: 14px; width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; transition: opacity .15s, transform .15s; }
[aria-expanded=true] .talk, [aria-expanded=false] .shut { opacity: 0; transform: rotate(45deg); }
.count { position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; font: 650 12px/22px system-ui, sans-serif; text-align: center; color: #fff; background: #b3261e; }
.card { position: fixed; bottom: calc(var(--y) + 72px); width: 400px; max-width: calc(100vw - 2 * var(--x)); height: min(640px, 100vh - var(--y) - 88px); height: min(640px, 100dvh - var(--y) - 88px); border-radius: 14px; overflow: hidden; color-scheme: light dark; background: #fbfaf7; box-shadow: 0 2px 8px rgb(22 32 44 / .12), 0 16px 48px rgb(22 32 44 / .28); }
.light { color-scheme: light; }
.dark { color-scheme: dark; background: #0d141c; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
[hidden] { display: none !important; }
.rise { animation: rise .18s ease-out; }
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
@media (prefers-color-scheme: dark) { .card:not(.light) { background: #0d141c; } }
@media (max-width: 480px) {
  .card { inset: 0; width: auto; max-width: none; height: auto; border-radius: 0; background: #17324d; padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left); }
  [aria-expanded=true] { visibility: hidden; }
}
@media (prefers-reduced-motion: reduce) { .rise { animation: none; } svg { transition: none; } }
@media (forced-colors: active) { button { border: 2px solid; } }
@media print { button, .card { display: none; } }
`;
