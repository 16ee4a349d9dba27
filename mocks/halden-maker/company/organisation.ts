import { teamKinds, type TeamKind } from '#core/record/entities.ts';
import { cell, optionalCell, rowsOf } from '#mocks/halden-maker/table.ts';

/** A team as the catalog names it. */
export interface TeamSpec {
  id: string;
  name: string;
  kind: TeamKind;
  parentId: string | undefined;
  leadId: string | undefined;
}

/** A person as the catalog names them. */
export interface PersonSpec {
  id: string;
  name: string;
  title: string;
  teamId: string;
  managerId: string | undefined;
}

const TEAMS = `
# id                  | name                   | kind        | parent               | lead
halden                | Halden Group           | business    |                      | marta.halvorsen
board-risk-committee  | Board risk committee   | governing   | halden               | ingrid.solheim
internal-audit        | Internal audit         | assurance   | halden               | catherine.boyle
payments              | Payments               | engineering | halden               | ana.ruiz
checkout              | Checkout               | engineering | payments             | tomasz.zielinski
refunds               | Refunds                | engineering | payments             | farah.siddiqui
settlement            | Settlement             | engineering | payments             | kenji.watanabe
merchant-onboarding   | Merchant onboarding    | engineering | payments             | siobhan.doyle
identity              | Identity & access      | engineering | halden               | tunde.abara
sign-in               | Sign-in                | engineering | identity             | maja.lindqvist
access-admin          | Access administration  | engineering | identity             | oleksandr.kovalenko
data-platform         | Data platform          | engineering | halden               | mei-ling.tan
warehouse             | Warehouse              | engineering | data-platform        | diego.fuentes
streaming             | Streaming              | engineering | data-platform        | anneke.devries
insights              | Insights               | engineering | data-platform        | samir.haddad
mobile-web            | Mobile & web           | engineering | halden               | priya.raman
mobile-apps           | Mobile apps            | engineering | mobile-web           | luca.ferrari
web-storefront        | Web storefront         | engineering | mobile-web           | aisha.bello
partner-web           | Partner web            | engineering | mobile-web           |
platform-engineering  | Platform engineering   | platform    | halden               | javier.castellanos
build-release         | Build & release        | platform    | platform-engineering | noor.rahman
developer-tools       | Developer tools        | platform    | platform-engineering | grace.kim
cloud-runtime         | Cloud runtime          | platform    | platform-engineering | petr.novak
security              | Security               | security    | halden               | lucie.moreau
security-testing      | Security testing       | security    | security             | yusuf.demir
security-engineering  | Security engineering   | security    | security             | hannah.weiss
security-operations   | Security operations    | security    | security             | mateus.oliveira
corporate             | Finance & vendors      | business    | halden               | lee.brandt
finance-systems       | Finance systems        | business    | corporate            | elif.aydin
vendor-management     | Vendor management      | business    | corporate            | robert.achterberg
`;

const PEOPLE = `
# id                | name                  | title                           | team                 | manager
ingrid.solheim      | Ingrid Solheim        | Chair, board risk committee     | board-risk-committee |
kwame.mensah        | Kwame Mensah          | Non-executive director          | board-risk-committee | ingrid.solheim
helena.vasconcelos  | Helena Vasconcelos    | Non-executive director          | board-risk-committee | ingrid.solheim
marta.halvorsen     | Marta Halvorsen       | Chief executive                 | halden               | ingrid.solheim
catherine.boyle     | Catherine Boyle       | Head of internal audit          | internal-audit       | ingrid.solheim
nikhil.joshi        | Nikhil Joshi          | Technology auditor              | internal-audit       | catherine.boyle
dana.okafor         | Dana Okafor           | Chief technology officer        | halden               | marta.halvorsen
lee.brandt          | Lee Brandt            | Chief financial officer         | corporate            | marta.halvorsen
lucie.moreau        | Lucie Moreau          | Chief information security officer | security          | marta.halvorsen
nadia.benali        | Nadia Benali          | General counsel                 | halden               | marta.halvorsen
ana.ruiz            | Ana Ruiz              | VP Payments                     | payments             | dana.okafor
tomasz.zielinski    | Tomasz Zieliński      | Team lead, Checkout             | checkout             | ana.ruiz
farah.siddiqui      | Farah Siddiqui        | Team lead, Refunds              | refunds              | ana.ruiz
kenji.watanabe      | Kenji Watanabe        | Team lead, Settlement           | settlement           | ana.ruiz
siobhan.doyle       | Siobhán Doyle         | Team lead, Merchant onboarding  | merchant-onboarding  | ana.ruiz
ravi.menon          | Ravi Menon            | Staff engineer, Payments        | payments             | ana.ruiz
chloe.martin        | Chloé Martin          | Engineer, Refunds               | refunds              | farah.siddiqui
stefan.krueger      | Stefan Krüger         | Team lead, Settlement           | settlement           | ana.ruiz
tunde.abara         | Tunde Abara           | Head of Identity                | identity             | dana.okafor
maja.lindqvist      | Maja Lindqvist        | Team lead, Sign-in              | sign-in              | tunde.abara
oleksandr.kovalenko | Oleksandr Kovalenko   | Team lead, Access administration | access-admin        | tunde.abara
bilal.chaudhry      | Bilal Chaudhry        | Engineer, Sign-in               | sign-in              | maja.lindqvist
mei-ling.tan        | Mei-Ling Tan          | VP Data platform                | data-platform        | dana.okafor
diego.fuentes       | Diego Fuentes         | Team lead, Warehouse            | warehouse            | mei-ling.tan
anneke.devries      | Anneke de Vries       | Team lead, Streaming            | streaming            | mei-ling.tan
samir.haddad        | Samir Haddad          | Team lead, Insights             | insights             | mei-ling.tan
lindiwe.dube        | Lindiwe Dube          | Data steward                    | warehouse            | diego.fuentes
priya.raman         | Priya Raman           | VP Mobile & web                 | mobile-web           | dana.okafor
luca.ferrari        | Luca Ferrari          | Team lead, Mobile apps          | mobile-apps          | priya.raman
aisha.bello         | Aisha Bello           | Team lead, Web storefront       | web-storefront       | priya.raman
sofia.papadaki      | Sofia Papadaki        | Engineer, Partner web           | partner-web          | priya.raman
javier.castellanos  | Javier Castellanos    | VP Platform engineering         | platform-engineering | dana.okafor
noor.rahman         | Noor Rahman           | Team lead, Build & release      | build-release        | javier.castellanos
grace.kim           | Grace Kim             | Team lead, Developer tools      | developer-tools      | javier.castellanos
petr.novak          | Petr Novák            | Team lead, Cloud runtime        | cloud-runtime        | javier.castellanos
jun.park            | Jun Park              | Engineer, Developer tools       | developer-tools      | grace.kim
amara.nwosu         | Amara Nwosu           | Release manager                 | build-release        | noor.rahman
emil.sorensen       | Emil Sørensen         | Engineer, Cloud runtime         | cloud-runtime        | petr.novak
yusuf.demir         | Yusuf Demir           | Lead, Security testing          | security-testing     | lucie.moreau
hannah.weiss        | Hannah Weiss          | Lead, Security engineering      | security-engineering | lucie.moreau
mateus.oliveira     | Mateus Oliveira       | Lead, Security operations       | security-operations  | lucie.moreau
thandi.mokoena      | Thandi Mokoena        | Penetration tester              | security-testing     | yusuf.demir
elif.aydin          | Elif Aydın            | Lead, Finance systems           | finance-systems      | lee.brandt
robert.achterberg   | Robert Achterberg     | Lead, Vendor management         | vendor-management    | lee.brandt
gloria.estrada      | Gloria Estrada        | Vendor manager                  | vendor-management    | robert.achterberg
`;

export const teams: readonly TeamSpec[] = rowsOf(TEAMS).map((row) => ({
  id: cell(row, 0),
  name: cell(row, 1),
  kind: teamKind(cell(row, 2)),
  parentId: optionalCell(row, 3),
  leadId: optionalCell(row, 4),
}));

export const people: readonly PersonSpec[] = rowsOf(PEOPLE).map((row) => ({
  id: cell(row, 0),
  name: cell(row, 1),
  title: cell(row, 2),
  teamId: cell(row, 3),
  managerId: optionalCell(row, 4),
}));

/** The team with an id; the tables above hold every id the maker uses. */
export function teamOf(id: string): TeamSpec {
  const team = teams.find((one) => one.id === id);
  if (team === undefined) throw new Error(`No team ${id}.`);
  return team;
}

/** The division of a team: the team itself or its ancestor directly under the group. */
export function divisionOf(id: string): string {
  const team = teamOf(id);
  return team.parentId === undefined || team.parentId === 'halden' ? team.id : divisionOf(team.parentId);
}

/** A person's name as people write it; an id nobody has is written as it is. */
export function nameOf(personId: string): string {
  return people.find((person) => person.id === personId)?.name ?? personId;
}

function teamKind(text: string): TeamKind {
  const kind = teamKinds.find((one) => one === text);
  if (kind === undefined) throw new Error(`No team kind ${text}.`);
  return kind;
}
