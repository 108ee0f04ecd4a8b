export const barnetsPlan = {
  ongoingSince: (date: string) => `sedan ${date}`,
  startsOn: (date: string) => `från ${date}`,
};
