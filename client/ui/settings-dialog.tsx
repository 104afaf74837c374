import { changeSettings, settings } from '#client/settings/settings.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { Dialog } from './dialog.tsx'
import { LanguageSelect } from './language-select.tsx'
import { Switch } from './switch.tsx'
import { useText } from './text.tsx'
import { useReadable } from './use-readable.ts'

/** What a person wants on this device; every change holds at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const now = useReadable(settings)
  return (
    <Dialog title={t('app.settings')} onClose={onClose}>
      <LanguageSelect />
      <section className="settings">
        <h3 className="settings__title">{t('settings.reading')}</h3>
        <Switch
          label={t('settings.captions')}
          on={now.captions}
          onChange={(captions) => changeSettings({ captions })}
        />
        <Range
          label={t('settings.captionScale')}
          value={now.captionScale}
          min={1}
          max={2}
          onChange={(captionScale) => changeSettings({ captionScale })}
        />
        <Range
          label={t('settings.textScale')}
          value={now.textScale}
          min={1}
          max={2}
          onChange={(textScale) => changeSettings({ textScale })}
        />
        <Switch
          label={t('settings.sound')}
          on={!now.muted}
          onChange={(on) => changeSettings({ muted: !on })}
        />
        <Range
          label={t('settings.volume')}
          value={now.volume}
          min={0}
          max={1}
          onChange={(volume) => changeSettings({ volume })}
        />
        <Switch label={t('settings.mono')} on={now.mono} onChange={(mono) => changeSettings({ mono })} />
        <Switch
          label={t('settings.reducedMotion')}
          on={now.reducedMotion}
          onChange={(reducedMotion) => changeSettings({ reducedMotion })}
        />
      </section>
      <section className="settings">
        <h3 className="settings__title">{t('settings.comfort')}</h3>
        <ChoiceGroup
          legend={t('settings.move')}
          value={now.move}
          onChange={(move) => changeSettings({ move })}
          choices={[
            { value: 'teleport', name: t('settings.moveTeleport') },
            { value: 'walk', name: t('settings.moveWalk') },
          ]}
        />
        <ChoiceGroup
          legend={t('settings.turn')}
          value={now.turn}
          onChange={(turn) => changeSettings({ turn })}
          choices={[
            { value: 30, name: t('settings.turn30') },
            { value: 45, name: t('settings.turn45') },
            { value: 'smooth', name: t('settings.turnSmooth') },
          ]}
        />
        <Switch
          label={t('settings.vignette')}
          on={now.vignette}
          onChange={(vignette) => changeSettings({ vignette })}
        />
        <Switch
          label={t('settings.seated')}
          on={now.seated}
          onChange={(seated) => changeSettings({ seated })}
        />
        <Switch
          label={t('settings.leftHanded')}
          on={now.leftHanded}
          onChange={(leftHanded) => changeSettings({ leftHanded })}
        />
      </section>
    </Dialog>
  )
}

function Range({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}) {
  return (
    <label className="range">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={(max - min) / 20}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output>{Math.round(value * 100)} %</output>
    </label>
  )
}
