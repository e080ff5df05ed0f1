/** A staff list (skill, headcount, proficiency) into head counts by skill. Read in the browser and sent nowhere. */
export interface StaffSkill {
  headcount: number;
  proficiency: number | null;
}

/** Keys are labels in lower case. @returns null where a column is missing */
export async function readStaff(content: string): Promise<Map<string, StaffSkill> | null> {
  const { default: papa } = await import('papaparse');
  const { data, meta } = papa.parse<Record<string, string>>(content, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  if (!['skill', 'headcount'].every((name) => meta.fields?.includes(name))) return null;
  const staff = new Map<string, StaffSkill>();
  for (const row of data) {
    const headcount = Number(row['headcount']);
    const label = (row['skill'] ?? '').trim().toLowerCase();
    if (label === '' || !Number.isFinite(headcount) || headcount < 0) continue;
    const proficiency = Number(row['proficiency']);
    staff.set(label, { headcount, proficiency: proficiency >= 1 && proficiency <= 4 ? proficiency : null });
  }
  return staff;
}
