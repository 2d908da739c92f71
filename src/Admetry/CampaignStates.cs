using System.Collections.Frozen;

namespace Admetry;

/// <summary>The states of a campaign that every platform's own words come down to.</summary>
public static class CampaignStates
{
    /// <summary>May spend: also while it learns, waits for review or for its first day, or has run out of today's budget.</summary>
    public const string Active = "ACTIVE";

    /// <summary>Somebody stopped it and can start it again.</summary>
    public const string Paused = "PAUSED";

    /// <summary>Its last day is over.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Removed or archived; its numbers stay.</summary>
    public const string Deleted = "DELETED";

    static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        [Active] = "active enabled running eligible live on learning learning_limited in_review pending pending_review scheduled "
            + "not_delivering limited eligible_(limited) eligible_(learning) limited_by_budget serving delivering "
            + "aktiv aktiviert aktive geplant lernphase actif activé activée activo activa habilitado habilitada attivo attiva attivata "
            + "abilitato abilitata ativo ativa ativado ativada actief ingeschakeld campaign_status_enable campaign_status_delivery_ok "
            + "有効 配信中 aktiverad aktiveret aktivert 有效 已启用 启用 啟用 投放中 운영_가능 사용 사용_설정됨 aktywna aktywny włączona włączony активна активно активная включена etkin aktif berjalan",
        [Paused] = "paused inactive off disabled stopped suspended campaign_paused campaign_off disable campaign_status_disable budget_paused user_paused "
            + "pausiert inaktiv deaktiviert en_veille mis_en_veille suspendu suspendue inactif désactivé désactivée en_pause pausado pausada "
            + "en_pausa detenida inactivo inactiva desactivado desactivada in_pausa sospesa sospeso non_attivo non_attiva disattivato disattivata "
            + "inativo inativa desativado desativada gepauzeerd onderbroken inactief uitgeschakeld "
            + "一時停止 停止 オフ pausad inaktiverad sat_på_pause deaktiveret satt_på_pause deaktivert 已暂停 已暫停 일시중지됨 사용_중지됨 wstrzymana wstrzymany nieaktywna nieaktywny приостановлена приостановлено неактивна duraklatıldı pasif dijeda nonaktif",
        [Completed] = "completed ended complete finished expired recently_completed done campaign_ended "
            + "beendet abgeschlossen terminé terminée terminado terminada finalizado finalizada completada completado completato completata terminato "
            + "terminata concluído concluída encerrado encerrada voltooid beëindigd afgelopen "
            + "終了 完了 avslutad avsluttet afsluttet 已结束 已結束 已完成 종료됨 완료됨 zakończona zakończony завершена завершено tamamlandı sona_erdi selesai",
        [Deleted] = "deleted removed archived trashed canceled cancelled campaign_status_delete "
            + "entfernt gelöscht archiviert supprimé supprimée archivé archivée eliminado eliminada quitado quitada archivado archivada "
            + "rimosso rimossa eliminato eliminata archiviato archiviata removido removida excluído excluída arquivado arquivada "
            + "borttagen arkiverad fjernet slettet arkiveret arkivert 已移除 已删除 已刪除 삭제됨 보관됨 verwijderd gearchiveerd 削除済み アーカイブ済み usunięta usunięty удалена удалено kaldırıldı silindi dihapus diarsipkan",
    }.SelectMany(pair => pair.Value.Split(' ').Select(word => (Word: word, pair.Key))).DistinctBy(pair => pair.Word)
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <param name="word">As a platform or an export writes it, in any case, with spaces or underscores; in seventeen languages.</param>
    /// <returns>One of the four states; a word nobody knows stays as it is; null for null or a blank.</returns>
    public static string? Of(string? word) => string.IsNullOrWhiteSpace(word)
        ? null
        : Words.GetValueOrDefault(string.Join('_', word.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), word.Trim());
}
