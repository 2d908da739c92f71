using System.Collections.Frozen;
using Admetry.Connectors.Exports.Tables;

namespace Admetry.Connectors.Exports.Persons;

/// <summary>Knows the columns that say who a customer is. Names of campaigns, companies and account managers are none of them.</summary>
public static class PersonColumns
{
    static readonly FrozenSet<string> Words = (
        "email|e-mail|email address|e-mail address|emailaddress|customer email|contact email|recipient email|buyer email|user email|receipt email"
        + "|billing email|shipping email|email id address|member email|subscriber email|phone|phone number|telephone|mobile number|mobile phone|cell phone"
        + "|customer phone|billing phone|shipping phone|sms phone number|first name|firstname|given name|last name|lastname|surname|family name|full name"
        + "|customer name|customer first name|customer last name|buyer name|contact name|recipient name|subscriber name|member name|cardholder name|card name|billing name|shipping name"
        + "|billing address|billing address1|billing address2|billing street|billing zip|billing company|shipping address|shipping address1|shipping address2|shipping street"
        + "|shipping zip|shipping company|street|street address|address|address1|address2|address line 1|address line 2|card address line1|card address line2|card address zip"
        + "|postal address|ip address|browser ip|optin ip|confirm ip|signup ip|client ip|date of birth|birthday|birth date|birthdate|passport|social security number|ssn|tax id|vat id"
        + "|card last4|card fingerprint|customer description|iban|account holder"
        + "|e-mail-adresse|emailadresse|telefon|telefonnummer|handynummer|mobilnummer|vorname|nachname|kundenname|strasse|straße|anschrift|adresse|geburtsdatum|rechnungsadresse|lieferadresse"
        + "|adresse e-mail|courriel|adresse courriel|telephone portable|prenom|nom de famille|nom du client|nom complet|date de naissance|adresse de facturation|adresse de livraison"
        + "|correo electronico|correo|telefono|telefono movil|nombre del cliente|nombre completo|apellido|apellidos|direccion|fecha de nacimiento"
        + "|indirizzo email|indirizzo e-mail|numero di cellulare|nome del cliente|nome completo|cognome|indirizzo|data di nascita"
        + "|endereco de email|endereco de e-mail|telefone|nome do cliente|sobrenome|apelido|endereco|data de nascimento"
        + "|e-mailadres|emailadres|telefoonnummer|mobiel nummer|voornaam|achternaam|klantnaam|adres|geboortedatum")
        .Split('|').Select(word => PlainText.Of(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a column or property of that name says who a person is. Dots and brackets of paths are left aside.</summary>
    public static bool Has(string name)
    {
        var plain = PlainText.Of(name);
        return Words.Contains(plain) || (plain.LastIndexOf('.') is >= 0 and var dot && Words.Contains(plain[(dot + 1)..]));
    }

    /// <summary>Whether a column of that name counts something instead, such as the sends of the channel "Email": a table of channels names no one.</summary>
    /// <param name="cells">Some of its cells.</param>
    public static bool Counts(string name, IEnumerable<string> cells)
    {
        if (name.Trim().Contains(' '))
            return false;
        var filled = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return filled.Count > 0 && filled.All(cell => cell.Count(char.IsAsciiDigit) is > 0 and < 7 && cell.AsSpan().IndexOfAnyExcept("0123456789.,- %$€£") < 0);
    }

    /// <summary>Whether a cell looks like an e-mail address, whatever its column is called.</summary>
    public static bool IsEmail(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        var at = cell.IndexOf('@');
        return at > 0 && cell.Length <= 254 && cell.LastIndexOf('@') == at && cell[(at + 1)..].LastIndexOf('.') is > 0 and var dot
            && at + 1 + dot + 2 < cell.Length && cell.IndexOfAny(" \t,;/<>\"") < 0;
    }
}
