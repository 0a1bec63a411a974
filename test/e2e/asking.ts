import type { Locator, Page } from 'playwright-core';

/** The field that questions are typed in. */
export function field(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Your question' });
}

/** Asks a question on the ask page and waits for its answer. */
export async function ask(page: Page, question: string): Promise<void> {
  await send(page, question);
  await answered(page);
}

/** Asks a question on the ask page. */
export async function send(page: Page, question: string): Promise<void> {
  await field(page).fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByRole('heading', { name: question }).waitFor();
}

/** Waits until the last question has its whole answer. */
export async function answered(page: Page): Promise<void> {
  await page.getByText(/^(Answer ready|No answer)/).waitFor({ state: 'attached' });
}

/** The button of a citation's number in the last answer. */
export function citation(page: Page, number: number): Locator {
  return page.getByRole('button', { name: new RegExp(`^Citation ${number}: `) });
}
