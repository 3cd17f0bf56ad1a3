/** Waits until the page's main part shows the text. */
export async function expectText(page, text) {
  await page.getByRole("main").getByText(text).first().waitFor();
}
