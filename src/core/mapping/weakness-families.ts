/**
 * Weakness families: the 22 categories of CWE view 1400, "Comprehensive Categorization for Software Assurance Trends" (CWE
 * List 4.15, MITRE, 16 July 2024). Every weakness of the list is in exactly one of them, which no other view of the list
 * gives. An id is the number of the category; a name is the category's own, without "Comprehensive Categorization" and
 * without words that judge ("improper", "insufficient", "poor", "violation of").
 */
const families = {
  1396: {
    name: 'Access control',
    members:
      '9 13 202 256 257 258 259 260 261 262 263 266 267 268 269 270 271 272 273 274 276 277 278 279 280 281 282 283 284 ' +
      '285 286 287 288 289 290 291 293 294 295 296 297 298 299 300 301 302 303 304 305 306 307 308 309 321 322 350 370 ' +
      '384 419 420 421 422 425 441 520 521 522 523 549 551 555 556 566 593 599 601 603 611 612 613 620 623 639 640 645 ' +
      '647 648 708 732 798 804 836 842 862 863 918 921 923 925 926 927 939 940 941 942 1004 1021 1022 1191 1220 1222 ' +
      '1224 1230 1231 1233 1242 1243 1244 1252 1256 1257 1259 1260 1262 1263 1267 1268 1270 1274 1275 1276 1283 1290 ' +
      '1292 1294 1296 1297 1299 1302 1304 1311 1312 1313 1314 1315 1316 1317 1320 1323 1328 1334 1390 1391 1392 1393 ' +
      '1394',
  },
  1397: {
    name: 'Comparison',
    members:
      '183 185 186 187 478 486 595 597 625 697 777 839 1023 1024 1025 1077',
  },
  1398: {
    name: 'Component interaction',
    members:
      '14 115 435 436 437 439 444 650 733 1037 1038',
  },
  1399: {
    name: 'Memory safety',
    members:
      '119 120 121 122 123 124 125 126 127 129 131 134 188 198 244 401 415 416 466 562 587 590 680 690 761 762 763 786 ' +
      '787 788 789 805 806 822 823 824 825',
  },
  1401: {
    name: 'Concurrency',
    members:
      '362 363 364 366 367 368 412 413 414 432 479 543 558 567 572 574 591 609 663 667 689 764 765 820 821 828 831 832 ' +
      '833 1058 1088 1096 1223 1232 1234 1264 1298',
  },
  1402: {
    name: 'Encryption',
    members:
      '5 311 312 313 314 315 316 317 318 319 324 325 326 327 328 347 614 759 760 780 916 1240',
  },
  1403: {
    name: 'Exposed resource',
    members:
      '8 15 73 114 219 220 374 375 377 378 379 402 403 426 427 428 433 472 488 491 492 493 498 499 500 524 525 527 528 ' +
      '529 530 539 552 553 565 582 583 608 619 642 668 767 784 1282 1327',
  },
  1404: {
    name: 'File handling',
    members:
      '22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 ' +
      '59 61 62 64 65 66 67 69 72',
  },
  1405: {
    name: 'Check or handling of exceptional conditions',
    members:
      '7 12 252 390 391 394 544 703 754 755 756 1247 1261 1332 1351 1384',
  },
  1406: {
    name: 'Input validation',
    members:
      '20 105 106 108 109 112 554 606 622 781 1173 1174 1284 1285 1286 1287 1288 1289',
  },
  1407: {
    name: 'Neutralization',
    members:
      '116 117 130 138 140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159 160 161 162 163 ' +
      '164 165 166 167 168 170 172 173 174 175 176 177 228 229 230 231 232 233 234 235 236 237 238 239 240 241 463 464 ' +
      '626 644 707 790 791 792 793 794 795 796 797 838',
  },
  1408: {
    name: 'Calculation',
    members:
      '128 135 190 191 193 369 467 468 469 682 1335 1339',
  },
  1409: {
    name: 'Injection',
    members:
      '74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 93 94 95 96 97 99 102 113 564 621 624 627 641 643 652 692 ' +
      '694 914 917 943 1236 1336 1426',
  },
  1410: {
    name: 'Control flow management',
    members:
      '179 180 181 248 382 395 396 397 408 430 431 455 480 481 482 483 584 600 617 670 674 691 696 698 705 768 783 799 ' +
      '834 835 837 841 1190 1193 1265 1280 1281 1322',
  },
  1411: {
    name: 'Verification of data authenticity',
    members:
      '345 346 348 349 351 352 353 354 360 494 616 646 649 924 1293 1385',
  },
  1412: {
    name: 'Coding practices',
    members:
      '11 103 104 107 110 111 242 245 246 253 358 383 392 393 440 446 448 449 451 462 474 475 476 477 484 489 506 507 ' +
      '508 509 510 511 512 546 547 560 561 563 570 571 573 575 576 577 578 579 581 585 586 589 594 605 628 675 676 683 ' +
      '684 685 686 687 688 695 710 758 766 785 912 1007 1041 1043 1044 1045 1047 1048 1053 1054 1055 1056 1057 1059 ' +
      '1060 1061 1062 1064 1065 1066 1068 1069 1070 1071 1074 1075 1076 1078 1079 1080 1082 1083 1085 1086 1087 1090 ' +
      '1092 1093 1095 1097 1098 1099 1100 1101 1102 1103 1105 1106 1107 1108 1109 1110 1111 1112 1113 1114 1115 1116 ' +
      '1117 1118 1119 1120 1121 1122 1123 1124 1125 1126 1127 1164 1177 1209 1245 1341 1357',
  },
  1413: {
    name: 'Protection mechanism',
    members:
      '182 184 222 223 224 356 357 450 602 693 757 778 807 1039 1248 1253 1269 1278 1291 1318 1319 1326 1338',
  },
  1414: {
    name: 'Randomness',
    members:
      '6 323 329 330 331 332 333 334 335 336 337 338 339 340 341 342 343 344 1204 1241',
  },
  1415: {
    name: 'Resource control',
    members:
      '385 470 473 502 514 515 672 826 910 915 1104 1249 1251 1277 1310 1321 1329',
  },
  1416: {
    name: 'Resource lifecycle management',
    members:
      '98 118 178 192 194 195 196 197 212 221 226 243 372 386 400 404 405 406 407 409 410 434 453 454 456 457 459 460 ' +
      '471 487 495 496 501 568 580 588 607 610 618 662 664 665 666 669 673 681 704 706 749 770 771 772 773 774 775 776 ' +
      '779 782 827 829 830 843 908 909 911 913 920 922 1042 1046 1049 1050 1051 1052 1063 1067 1072 1073 1084 1089 1091 ' +
      '1094 1176 1188 1221 1229 1235 1239 1246 1250 1258 1266 1271 1272 1279 1301 1325 1330 1333 1342 1386 1389 1419 ' +
      '1420 1421 1422 1423',
  },
  1417: {
    name: 'Sensitive information exposure',
    members:
      '200 201 203 204 205 206 207 208 209 210 211 213 214 215 359 497 526 531 532 535 536 537 538 540 541 548 550 598 ' +
      '615 651 1254 1255 1273 1295 1300',
  },
  1418: {
    name: 'Secure design principles',
    members:
      '250 424 447 636 637 638 653 654 655 656 657 671 1189 1192 1303 1331 1395',
  },
} as const;

/** What no family is known for: no weakness given, one that is no CWE, or one that the list above does not hold. */
export const UNCLASSIFIED = 'unclassified';

const names: ReadonlyMap<string, string> = new Map([
  ...Object.entries(families).map(([id, { name }]): [string, string] => [id, name]),
  [UNCLASSIFIED, 'Unclassified weakness'],
]);

const familyOfNumber: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([id, { members }]) => members.split(' ').map((number): [string, string] => [number, id])),
);

/** Ids of all families, in the order of the view, `unclassified` last. */
export const familyIds: readonly string[] = [...names.keys()];

/** What a family is called; an id that is none is its own name. */
export function familyName(id: string): string {
  return names.get(id) ?? id;
}

/** Number of the CWE a weakness begins with, without leading zeros: `89` of `CWE-89` and of `cwe-089/orders-api`. */
export function cweNumber(weakness: string | undefined): string | undefined {
  return /^\s*cwe-0*(\d+)(?!\d)/i.exec(weakness ?? '')?.[1];
}

/** The one family of a weakness as a finding carries it. Total: what is not known is `unclassified`. */
export function familyOf(weakness: string | undefined): string {
  return familyOfNumber.get(cweNumber(weakness) ?? '') ?? UNCLASSIFIED;
}
