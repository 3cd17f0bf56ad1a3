// What an agent chose about conversations, kept on this device.

class Choice {
  readonly #name: string;
  #on = $state(true);

  constructor(name: string) {
    this.#name = name;
    this.#on = localStorage.getItem(name) !== "off";
  }

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      localStorage.setItem(this.#name, on ? "on" : "off");
    } catch {
      // Without room for it the choice lasts as long as the page.
    }
  }
}

/** Whether offers and messages are heard. */
export const sound = new Choice("dengta.sound");
/** Whether Enter alone sends while the customer is on the line. */
export const enterSends = new Choice("dengta.enter-sends");
