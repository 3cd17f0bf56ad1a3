// What an exchange's own page does with the chat: says who is signed in, and opens it from a button of its own.
window.dengta ??= (...call) => (window.dengta.q ??= []).push(call);

const signIn = document.getElementById("sign-in");
signIn.addEventListener("click", () => {
  const language = document.documentElement.lang;
  const token = () =>
    fetch("/_demo/shop-front/token", { method: "POST", headers: { "accept-language": language } }).then((answer) => answer.text());
  window.dengta("identify", token);
  signIn.textContent = signIn.dataset.done;
  signIn.disabled = true;
});

document.getElementById("open").addEventListener("click", () => window.dengta("open"));
