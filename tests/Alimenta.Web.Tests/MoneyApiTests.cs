using System.Globalization;
using System.Text;
using Alimenta.Formats.Nacha;
using Alimenta.Kernel;
using Alimenta.Office.Access;
using Alimenta.Office.Disbursement;
using Alimenta.Testing;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Web.Tests;

public sealed class MoneyApiTests
{
    private static byte[] PayFile(string file, string ssn, int dollars)
    {
        var (bank, on) = (BankSettings.Demonstration, MadeUpCounty.Date);
        var ded = new DedSegment(DedApplication.CS, file, on.AddDays(-1), Money.Of(dollars), ssn, MedicalSupport.NotAvailable, "", "", false);
        var batch = new PaymentBatch(new("HARLOW MILLS", "1930000001", bank.Bank, "CHILD SUPP", on), [new SupportPayment(new AchAccount(bank.Bank, "1000200030"), ded.Amount, "E000001", "STATE DISBURSEMENT", ded)]);
        return NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017"), new(on, new(6, 30), 'X'), [batch])).Value.Bytes.ToArray();
    }

    [Fact]
    public async Task A_payment_file_is_posted_once_whatever_its_name_and_a_damaged_one_says_where()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Accounting), await MadeUpCounty.GuideAsync());
        var file = PayFile(guide.Rich, (string)server.Database.Scalar($"select ssn_digits from person where number = '{guide.Obligor}'")!, 321);
        var done = await api.UploadAsync(file, "PAY-21.ach");
        Assert.Equal(("posted", 1, 32100), (done.GetProperty("status").GetString(), done.GetProperty("identified").GetInt32(), done.GetProperty("amount_cents").GetInt64()));
        var ledger = await BalanceApiTests.LedgerAsync(server);
        var again = await api.UploadAsync(file, "OTHER.ach");
        Assert.Equal(("duplicate", 0), (again.GetProperty("status").GetString(), again.GetProperty("receipts").GetInt32()));
        Assert.Equal(ledger, await BalanceApiTests.LedgerAsync(server));

        file[Encoding.ASCII.GetString(file).IndexOf("\n6", StringComparison.Ordinal) + 31] ^= 1;
        var refused = await api.UploadRefusedAsync(file, 422, "W-FILE-REFUSED");
        Assert.StartsWith("line ", refused.GetProperty("faults")[0].GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.Equal(ledger, await BalanceApiTests.LedgerAsync(server));
        await api.UploadRefusedAsync([], 422, "W-FILE-EMPTY");

        var kept = await api.GetAsync(refused.GetProperty("instance").GetString()!["/api/v1".Length..]);
        Assert.NotEqual(0, kept.GetProperty("faults").GetArrayLength());
        var posted = await api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/files/{done.GetProperty("file_id").GetInt64()}?status=posted"));
        Assert.Equal("PAY-21.ach", posted.GetProperty("file").GetProperty("name").GetString());
        Assert.Equal(32100, Assert.Single(posted.GetProperty("items").GetProperty("items").EnumerateArray()).GetProperty("amount").GetInt64());
        Assert.Equal("PAY-21.ach", (await api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/files/{again.GetProperty("file_id").GetInt64()}"))).GetProperty("earlier").GetProperty("name").GetString());
        Assert.Equal(2, (await api.AllAsync("/files?status=refused&limit=1")).Count + (await api.AllAsync("/files?name=OTHER")).Count);
        await api.RefusedAsync("/files/999999", 404, "R-NO-FILE-IN");
        await api.RefusedAsync("/files?status=lost", 400, "W-BAD-REQUEST");
    }

    [Fact]
    public async Task Files_of_payments_and_payments_are_read_and_a_released_file_is_given_to_who_releases()
    {
        await using var server = await Server.OverCountyAsync();
        var api = await Api.OfAsync(server, Roles.DisbursementReleaser);
        var released = (await api.AllAsync("/disbursements/files?status=released&limit=10"))[0];
        var (id, before) = (released.GetProperty("id").GetInt64(), server.Database.Scalar("select count(*) from audit_event where action = 'disbursement.download'"));
        var file = await api.GetAsync($"/disbursements/files/{id}?limit=2");
        Assert.Equal(released.GetProperty("identity").GetString(), file.GetProperty("file").GetProperty("identity").GetString());
        var payments = (await api.AllPaymentsAsync(id)).Select(p => p.GetProperty("amount").GetInt64());
        Assert.Equal(released.GetProperty("amount").GetInt64(), payments.Sum());

        var payment = await api.GetAsync($"/disbursements/{file.GetProperty("payments").GetProperty("items")[0].GetProperty("id").GetInt64()}");
        Assert.Equal(payment.GetProperty("payment").GetProperty("amount").GetInt64(), payment.GetProperty("stub").EnumerateArray().Sum(s => s.GetProperty("amount").GetInt64()));
        Assert.Matches("^(\\*\\*\\*.*)?$", payment.GetProperty("payment").GetProperty("account").GetString());

        var content = await api.RawAsync($"/disbursements/files/{id}/content");
        Assert.True(content.IsSuccessStatusCode);
        Assert.NotEmpty(await content.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((long)before! + 1, server.Database.Scalar("select count(*) from audit_event where action = 'disbursement.download'"));

        await api.RefusedAsync("/disbursements/files/999999", 404, "R-NO-FILE-OUT");
        await api.RefusedAsync("/disbursements/files/999999/content", 404, "R-NO-FILE-OUT");
        await api.RefusedAsync("/disbursements/999999", 404, "R-NO-PAYMENT");
        await api.RefusedAsync("/disbursements/files?status=lost", 400, "W-BAD-REQUEST");
        server.Break(string.Create(CultureInfo.InvariantCulture, $"update disbursement_file set status = 'created' where id = {id}"));
        await api.RefusedAsync($"/disbursements/files/{id}/content", 422, "R-FILE-NOT-RELEASED");
        await (await Api.OfAsync(server, Roles.Accounting)).RefusedAsync($"/disbursements/files/{id}/content", 403, "W-FORBIDDEN");
    }
}
