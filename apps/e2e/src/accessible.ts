import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What breaks WCAG 2.2 AA on the page as it stands: rule, number of places and the first of them.
 *
 * No page has frames, so axe need not open a second page to join their results; nor need it fetch style sheets
 * and list what is well.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(RULES)
    .options({ resultTypes: ["violations"], preload: false })
    .analyze();
  const { pathname, search } = new URL(page.url());
  return violations.map(({ id, nodes }) => `${pathname}${search} ${id} (${nodes.length}): ${nodes[0]?.html}`);
}
