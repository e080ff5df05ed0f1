/** Words that put scopes together. */
export const scopeTexts = {
  within: (occupation: string, who: string, isEmployer: boolean) => `${occupation} ${isEmployer ? 'at' : 'in'} ${who}`,
};
