import { MediaQuery } from "svelte/reactivity";

// The same breakpoints stand in the style sheets.
const wide = new MediaQuery("min-width: 1200px");
const phone = new MediaQuery("max-width: 699px");

export const screen = {
  /** Four columns: views, list, conversation, customer. */
  get wide() {
    return wide.current;
  },
  /** One column at a time. */
  get phone() {
    return phone.current;
  },
};
