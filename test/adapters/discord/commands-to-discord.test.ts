import { describe, expect, test } from 'vitest';
import { commandToDiscord } from '../../../src/adapters/discord/commands-to-discord.ts';
import type { Command } from '../../../src/core/bot/command.ts';

const command: Command = {
  name: 'tide',
  description: { en: 'Tells the tide.' },
  options: [
    {
      name: 'harbour',
      description: { en: 'Which harbour.' },
      type: 'text',
      maxLength: 80,
      suggest: 'topic',
    },
    {
      name: 'hours',
      description: { en: 'How far ahead.' },
      type: 'number',
      min: 1,
      max: 24,
      required: true,
    },
    {
      name: 'unit',
      description: { en: 'In what.' },
      type: 'choice',
      choices: [
        { name: { en: 'Metres' }, value: 'm' },
        { name: { en: 'Feet' }, value: 'ft' },
      ],
    },
    { name: 'note', description: { en: 'For the log.' }, type: 'text', maxLength: 10 },
    { name: 'private', description: { en: 'Only for you.' }, type: 'flag' },
  ],
  run: async () => ({ tone: 'neutral', title: 'High', blocks: [] }),
};

describe('commandToDiscord', () => {
  test('describes each kind of option in Discord’s terms, the required ones first', () => {
    expect(commandToDiscord(command, 'global')).toMatchInlineSnapshot(`
      {
        "contexts": [
          0,
          1,
          2,
        ],
        "default_member_permissions": null,
        "description": "Tells the tide.",
        "description_localizations": {},
        "integration_types": [
          0,
          1,
        ],
        "name": "tide",
        "options": [
          {
            "description": "How far ahead.",
            "description_localizations": {},
            "max_value": 24,
            "min_value": 1,
            "name": "hours",
            "required": true,
            "type": 4,
          },
          {
            "autocomplete": true,
            "description": "Which harbour.",
            "description_localizations": {},
            "max_length": 80,
            "name": "harbour",
            "required": false,
            "type": 3,
          },
          {
            "choices": [
              {
                "name": "Metres",
                "name_localizations": {},
                "value": "m",
              },
              {
                "name": "Feet",
                "name_localizations": {},
                "value": "ft",
              },
            ],
            "description": "In what.",
            "description_localizations": {},
            "name": "unit",
            "required": false,
            "type": 3,
          },
          {
            "description": "For the log.",
            "description_localizations": {},
            "max_length": 10,
            "name": "note",
            "required": false,
            "type": 3,
          },
          {
            "description": "Only for you.",
            "description_localizations": {},
            "name": "private",
            "required": false,
            "type": 5,
          },
        ],
        "type": 1,
      }
    `);
  });

  test('leaves the places of use to Discord for the commands of one server', () => {
    expect(commandToDiscord(command, 'guild')).not.toHaveProperty('contexts');
  });

  test('hides what is for operators only', () => {
    const hidden = commandToDiscord({ ...command, onlyFor: 'operators' }, 'guild');
    expect(hidden.default_member_permissions).toBe('0');
  });

  test('turns subcommands into options of their own kind', () => {
    const [, hours] = command.options;
    const withSubcommands: Command = {
      ...command,
      options: [],
      subcommands: [
        { name: 'next', description: { en: 'The next one.' }, options: hours ? [hours] : [] },
      ],
    };
    expect(commandToDiscord(withSubcommands, 'guild').options).toMatchInlineSnapshot(`
      [
        {
          "description": "The next one.",
          "description_localizations": {},
          "name": "next",
          "options": [
            {
              "description": "How far ahead.",
              "description_localizations": {},
              "max_value": 24,
              "min_value": 1,
              "name": "hours",
              "required": true,
              "type": 4,
            },
          ],
          "type": 1,
        },
      ]
    `);
  });
});
