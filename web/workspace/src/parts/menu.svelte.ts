// Whether the navigation is shown over the page, on screens that have no column for it.
let open = $state(false);

export const menu = {
  get open() {
    return open;
  },
  show: () => (open = true),
  hide: () => (open = false),
};
