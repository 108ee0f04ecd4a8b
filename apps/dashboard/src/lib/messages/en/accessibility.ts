import type { accessibility as sv } from "../sv/accessibility.ts";

export const accessibility: typeof sv = {
  title: "Accessibility",
  lead: "Everyone should be able to use Kompassen. The goal is to meet WCAG 2.2, level AA.",
  worksTitle: "This should work",
  works: [
    "Everything can be done with the keyboard alone.",
    "Every chart is also a table, and can be stepped through with the arrow keys.",
    "Colour never carries a meaning alone: there is always a word, a shape or a dash as well.",
    "Text can be enlarged to 400 per cent without anything being lost.",
    "Pages can be read and forms can be sent without JavaScript.",
    "Printed pages can be read in black and white.",
  ],
  settingsTitle: "Language and appearance",
  settings:
    "At the top of the page you change language and between light and dark. If you have chosen less motion or higher contrast on your device, it applies here too.",
  reportTitle: "Tell us when something does not work",
  report:
    "Contact the person responsible for Kompassen in your municipality. Say which page it is, what you wanted to do and which aid you use. Write nothing about a child in the message.",
  authority:
    "If you are not content with the answer you can report it to the Agency for Digital Government (Digg), which supervises the act on accessibility of digital public services.",
};
